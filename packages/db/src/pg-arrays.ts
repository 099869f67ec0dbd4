type ArrayType = {
  to: number;
  from: number[];
  parse: (text: string) => unknown;
  serialize: (value: unknown) => string;
};

/** The driver would read a NULL inside an array as NaN or as the word "NULL"; missing must stay missing. */
export const ARRAY_TYPES: Record<string, ArrayType> = {
  smallintArray: arrayOf(1005, Number),
  integerArray: arrayOf(1007, Number),
  realArray: arrayOf(1021, Number),
  doubleArray: arrayOf(1022, Number),
  textArray: arrayOf(1009, String),
  uuidArray: arrayOf(2951, String),
};

function arrayOf(oid: number, element: (text: string) => unknown): ArrayType {
  return { to: oid, from: [oid], parse: (text) => parseArray(text, element), serialize: writeArray };
}

/** Reads PostgreSQL's text form of a one-dimensional array, such as `{1,NULL,"a, b"}`. */
export function parseArray<T>(text: string, element: (text: string) => T): (T | null)[] {
  const items: (T | null)[] = [];
  const pattern = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/gs;
  for (const [, quoted, plain] of text.matchAll(pattern)) {
    if (quoted !== undefined) items.push(element(quoted.replace(/\\(.)/gs, "$1")));
    else items.push(plain === "NULL" ? null : element(plain ?? ""));
  }
  return items;
}

/** Writes an array in that form; a text is taken to be one already. */
export function writeArray(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const items = value.map((item) => (item === null || item === undefined ? "NULL" : quote(String(item))));
  return `{${items.join(",")}}`;
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
