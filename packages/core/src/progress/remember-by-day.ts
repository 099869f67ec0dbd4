/**
 * Makes a question about a day of a log answer from memory the second time: a night looks at itself and at some days
 * before it. The memory lives as long as the log it belongs to.
 */
export function rememberByDay<Owner extends object, Answer>(
  ask: (owner: Owner, day: number) => Answer,
): (owner: Owner, day: number) => Answer {
  const memories = new WeakMap<Owner, Map<number, Answer>>();
  return (owner, day) => {
    const memory = memories.get(owner) ?? new Map<number, Answer>();
    memories.set(owner, memory);
    const known = memory.get(day);
    if (known !== undefined || memory.has(day)) return known as Answer;
    const answer = ask(owner, day);
    memory.set(day, answer);
    return answer;
  };
}
