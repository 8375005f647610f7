/** Addresses on the web, which may become links. */

/** A name of a host, with dots; what follows is never looked into by this program. */
const WEB_ADDRESS = /^https?:\/\/[^\s/?#@:\\<>"'`]+(?::\d{1,5})?(?:[/?#][^\s\\<>"`]*)?$/i;
const BARE_HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:[/?#]|$)/i;

/** Whether a text is an address on the web and nothing else: no script, no file, no name or password in it. */
export function isWebAddress(text: string): boolean {
  return WEB_ADDRESS.test(text);
}

/** The address that a source gives, `http` where it names a host alone; undefined where it is none. */
export function webAddress(text: string): string | undefined {
  const written = text.trim();
  const address = BARE_HOST.test(written) ? `http://${written}` : written;
  return isWebAddress(address) ? address : undefined;
}
