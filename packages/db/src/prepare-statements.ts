import type { ISql, Sql } from "postgres";

/** A statement with more values than this is a batch, whose text is another for every number of rows. */
const MOST_VALUES = 40;

type Unsafe = Sql["unsafe"];
type Scope = (sql: ISql) => unknown;
type Client = { unsafe: Unsafe; begin?: Sql["begin"]; savepoint?: (work: Scope) => unknown };

/**
 * Lets a connection keep the plan of each statement it has run: with row-level security planning costs several times
 * what running does, and an unprepared statement goes to the server twice. Drizzle asks for none to be kept.
 */
export function prepareStatements<T extends object>(sql: T): T {
  const client = sql as unknown as Client;
  const { unsafe, begin, savepoint } = client;
  client.unsafe = ((text, values = [], options = {}) => {
    const prepare = values.length > 0 && values.length <= MOST_VALUES;
    return unsafe(text, values, { ...options, prepare });
  }) as Unsafe;
  if (begin)
    client.begin = ((work: Scope) => begin((inner) => work(prepareStatements(inner)))) as Sql["begin"];
  if (savepoint) client.savepoint = (work) => savepoint((inner) => work(prepareStatements(inner)));
  return sql;
}
