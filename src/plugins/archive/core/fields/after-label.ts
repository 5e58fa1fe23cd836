/**
 * Where the value begins after a literal label at the start of a line: `Media ID: 55` with `Media ID:` -> 10 or so.
 * Letter case and the amount of white space do not matter. Null where the line does not begin with the label, or
 * where a label that ends in a letter goes on (`Bye` is not `By`).
 */
export function afterLabel(text: string, label: string): number | null {
  const wanted = label.trim().toLowerCase();
  let at = 0;
  for (const character of wanted) {
    if (isSpace(character)) {
      if (!isSpace(text.charAt(at))) return null;
      while (isSpace(text.charAt(at))) at += 1;
      continue;
    }
    const unit = text.slice(at, at + character.length);
    if (unit.toLowerCase() !== character) return null;
    at += character.length;
  }
  if (endsInLetter(wanted) && endsInLetter(text.charAt(at))) return null;
  while (isSpace(text.charAt(at))) at += 1;
  return at;
}

/** `By ` also begins sentences; `Caption:` hardly ever does. */
export function endsInLetter(label: string): boolean {
  return /\p{L}$/u.test(label.trim());
}

function isSpace(character: string): boolean {
  return character !== '' && character.trim() === '';
}
