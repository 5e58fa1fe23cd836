import type { Block } from './block';

/**
 * What text browsers leave of pictures, buttons and forms, and lines without a letter or digit:
 *
 *     [amazon-adsystem.jpg]    (BUTTON) Menu    ____________________    IFRAME: https://...    [   ] [Search]
 */
export function isResidue({ text }: Pick<Block, 'text'>): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (
    text.startsWith('(BUTTON)') ||
    text.startsWith('IFRAME:') ||
    /^#\S.*»/.test(text) ||
    /^#(?:alternate|next|prev|publisher|RSS)/.test(text)
  ) {
    return text.length < 2000;
  }
  if (PROGRAM_FAULT.test(text) && text.length < 1000) return true;
  if (/^_{5,}/.test(text) || text.startsWith('[    ')) return true;
  return text.startsWith('[') && text.endsWith(']') && text.length <= 200 && !/[.!?] /.test(text);
}

/** `Warning: Use of undefined constant X in /home/site/index.php on line 12`: a page printed its own faults. */
const PROGRAM_FAULT =
  /^(?:Warning|Notice|Deprecated|Strict Standards|Fatal error|Parse error): .*\bline \d+/s;

const BULLET = /^(?:[*+•◦▪□☆○●■–-]|o|\d{1,2}\.)\s+/;

/** An item of a list, as text browsers mark it: `* Home`, `• Home`, `1. Home`. */
export function isListItem({ text }: Pick<Block, 'text'>): boolean {
  return BULLET.test(text);
}

export function withoutBullet(text: string): string {
  return text.replace(BULLET, '');
}
