/** Who besides their owner may change or read files. */

import { lstatSync, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import type { Openness } from '../problems/file-fault.ts';
import { errorCode } from './error-code.ts';
import { homeFolder } from './find-upwards.ts';

const GROUP_OR_ALL_WRITE = 0o022;
const STICKY = 0o1000;
const ANYBODY_ELSE = 0o077;

/** As systems do: a longer chain of links is none that anybody made on purpose. */
const MOST_LINKS = 40;

/** What is asked of a path. */
interface Asked {
  /** A person named it, so that it may belong to somebody else. */
  readonly mayBeForeign?: boolean;
  /** Above this folder nothing is asked. */
  readonly home?: string;
}

/**
 * Whether others may change what a path leads to: the file, or a folder or link on the way to it, down from the home folder, or
 * from the root where it lies elsewhere. Undefined where they may not, where nothing is there, and on systems without owners.
 */
export function openness(path: string, asked: Asked = {}): Openness | undefined {
  if (process.getuid === undefined) return undefined;
  try {
    return opennessOnTheWay(resolve(path), asked);
  } catch (error) {
    // Invariant: every folder above one that is missing was found safe, so that nobody else can make it meanwhile.
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
    return isMissing ? undefined : { kind: 'unknown', at: path };
  }
}

function opennessOnTheWay(path: string, { mayBeForeign = false, home = homeFolder() }: Asked): Openness | undefined {
  const isInHome = home !== '' && liesIn(path, home);
  for (const { at, isLast } of stepsTo(path)) {
    if (isInHome && at !== home && liesIn(home, at)) continue;
    const kind = openAs(at, isLast, mayBeForeign);
    if (kind !== undefined) return { kind, at };
  }
  return undefined;
}

/** A file, folder or link by which a path leads to what it names. */
interface Step {
  readonly at: string;
  readonly isLast: boolean;
}

/** The root, and everything that is looked up from there, what links lead to among it. */
function* stepsTo(path: string): Generator<Step> {
  let at = parse(path).root;
  const left = parts(path);
  yield { at, isLast: left.length === 0 };
  let links = 0;
  for (let name = left.shift(); name !== undefined; name = left.shift()) {
    const next = name === '..' ? dirname(at) : join(at, name);
    const isLinked = lstatSync(next).isSymbolicLink();
    yield { at: next, isLast: left.length === 0 && !isLinked };
    if (!isLinked) at = next;
    else {
      links += 1;
      if (links > MOST_LINKS) throw new Error('too many links');
      const target = readlinkSync(next);
      left.unshift(...parts(target));
      if (isAbsolute(target)) at = parse(target).root;
    }
  }
}

function parts(path: string): string[] {
  return path.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
}

/**
 * How one of these is open. With the sticky bit, as in /tmp, what lies in a folder is replaced by its owner alone; a link has no
 * permissions of its own.
 */
function openAs(path: string, isLast: boolean, mayBeForeign: boolean): Openness['kind'] | undefined {
  const found = lstatSync(path);
  const isSticky = !isLast && (found.mode & STICKY) !== 0;
  if (!found.isSymbolicLink() && (found.mode & GROUP_OR_ALL_WRITE) !== 0 && !isSticky)
    return found.isDirectory() ? 'folder-writable' : 'writable';
  return mayBeForeign || isTrusted(found) ? undefined : 'foreign';
}

function isTrusted({ uid }: Stats): boolean {
  return uid === 0 || uid === process.getuid?.();
}

/** Whether a path is a folder or lies somewhere in it. */
function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether a path is itself a link. What cannot be looked at is taken for one. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch (error) {
    errorCode(error);
    return true;
  }
}

/** The path without links; as it is where nothing is there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    errorCode(error);
    return path;
  }
}
/** A folder that should be its owner's alone, looked at without changing anything. */
export interface PrivateFolder {
  readonly isThere: boolean;
  /** Whether it belongs to the person who runs the program. */
  readonly isOwn: boolean;
  /** Whether somebody else can look into it. */
  readonly isOpen: boolean;
  /** How many of its files others can read or write. */
  readonly openFiles: number;
  /** When each file that ends so was last changed, in milliseconds since 1970. */
  readonly changedAt: readonly number[];
}

/** A link has no permissions of its own; the lock of a call that is being taken is one. */
function isOpenFile(file: Stats): boolean {
  return !file.isSymbolicLink() && (file.mode & ANYBODY_ELSE) !== 0;
}

/** Looks at a folder and the files in it, by their names alone. */
export function lookAtPrivateFolder(folder: string, ending: string): PrivateFolder {
  try {
    const { mode, uid } = statSync(folder);
    const files = readdirSync(folder).flatMap((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }) ?? []);
    const named = readdirSync(folder).filter((name) => name.endsWith(ending));
    return {
      isThere: true,
      isOwn: process.getuid === undefined || uid === process.getuid(),
      isOpen: process.getuid !== undefined && (mode & ANYBODY_ELSE) !== 0,
      openFiles: process.getuid === undefined ? 0 : files.filter(isOpenFile).length,
      changedAt: named.flatMap((name) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? []),
    };
  } catch (error) {
    const isThere = errorCode(error) !== 'ENOENT';
    return { isThere, isOwn: !isThere, isOpen: false, openFiles: 0, changedAt: [] };
  }
}
