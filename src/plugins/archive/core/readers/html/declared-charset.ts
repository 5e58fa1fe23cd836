const HEAD_BYTES = 4096;

/** The charset that a page declares of itself in its first bytes: `<meta charset>`, `http-equiv`, an XML declaration. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  for (const { index } of head.matchAll(/charset|encoding/gi)) {
    const assignment = head.slice(index, index + 70);
    const label = /^\w{7,8}\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/.exec(assignment)?.[1];
    if (label !== undefined && isDeclaration(head, index)) return label;
  }
  return null;
}

/** Within a `<meta` tag or an XML declaration; not in a script or in text. */
function isDeclaration(head: string, at: number): boolean {
  return /^<(?:meta\b|\?xml\b)/i.test(head.slice(head.lastIndexOf('<', at), at));
}
