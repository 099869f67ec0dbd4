const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_BRACE, CLOSE_BRACE] = [...'"\\[]{}'].map((sign) =>
  sign.charCodeAt(0),
);

/** How deep the lists and objects of a JSON text lie in each other, in steps; found without recursion. */
export function nestingOf(json: Uint8Array): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (isText) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) isText = false;
    } else if (sign === QUOTE) isText = true;
    else if (sign === OPEN || sign === OPEN_BRACE) deepest = Math.max(deepest, ++depth);
    else if (sign === CLOSE || sign === CLOSE_BRACE) depth -= 1;
  }
  return deepest;
}
