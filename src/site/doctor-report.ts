/** What `doctor` finds: settings with their sources, and checks with what mends them. */

import type { Directory } from '../directory/model.ts';
import type { Problem } from '../problems/problem.ts';
import type { Setting, SiteInForce } from './settings.ts';

/** One thing that was looked at. A `note` is nothing wrong. */
export interface DoctorCheck {
  readonly what: string;
  readonly status: 'fine' | 'note' | 'wrong';
  /** One lowercase clause. */
  readonly says: string;
  /** What mends it, with the command. */
  readonly remedy?: string | undefined;
}

/** The whole report: plain values, as they are printed and saved. */
export interface DoctorReport {
  readonly format: 'intakeline/doctor/1';
  readonly version: string;
  readonly node: string;
  /** The file of the site's settings. */
  readonly site: string | undefined;
  readonly settings: readonly Setting[];
  readonly checks: readonly DoctorCheck[];
}

/** The folder in which calls are saved. */
export interface StateFacts {
  /** Undefined where the system does not say which home there is. */
  readonly folder: string | undefined;
  readonly isThere: boolean;
  readonly isOwn: boolean;
  readonly isOpen: boolean;
  readonly openFiles: number;
  /** For how many days nothing happened in each saved call. */
  readonly ages: readonly number[];
}

/** The content that commands would load. */
export interface ContentFacts {
  /** What a person calls the folder. */
  readonly place: string;
  readonly problems: readonly Problem[];
  /** Undefined where it does not compile. */
  readonly loaded: LoadedFacts | undefined;
  readonly notices: NoticesFacts;
  /** Files of it that others may change. */
  readonly openFiles: readonly string[];
}

/** The notices that go with documents that leave the building. */
export interface NoticesFacts {
  /** What a person calls their file; undefined where there is none. */
  readonly file: string | undefined;
  readonly problems: readonly Problem[];
  /** Whether they are those that are shipped, which name no service. */
  readonly isShipped: boolean;
}

/** What is known of content that compiles. */
export interface LoadedFacts {
  readonly languages: readonly string[];
  readonly policies: readonly string[];
  readonly directory: Directory;
}

/** Everything that `doctor` has looked at. */
export interface DoctorFacts {
  readonly version: string;
  readonly node: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly site: SiteInForce;
  readonly content: ContentFacts;
  readonly state: StateFacts;
  readonly terminal: { readonly isTerminal: boolean; readonly columns: number; readonly hasColour: boolean };
}
