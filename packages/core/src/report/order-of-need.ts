import type { IsoDate } from "@repo/core/calendar";
import type { Warning, WarningKind } from "@repo/core/warnings";

export type Named = { name: string };

/** A warning as far as its place in an order goes. */
export type OrderedWarning = {
  kind: WarningKind | string;
  severity: Warning["severity"];
  scope: "medical" | "wellness" | "training";
  openedOn: IsoDate;
};

/** Athletes whom somebody must look at, those of whom something is worth knowing, and all others as they came. */
export type NeedOrder<A> = { needs: A[]; notes: A[]; others: A[] };

const GRAVITY = { error: 0, warn: 1, info: 2 } as const;
/** Health goes before how somebody woke up, and that before training. */
const CLOSENESS = { medical: 0, wellness: 1, training: 2 } as const;

/** The order of warnings: gravity, then health, recovery, training, then how long it has held. */
export function byGravity(a: OrderedWarning, b: OrderedWarning): number {
  return (
    GRAVITY[a.severity] - GRAVITY[b.severity] ||
    CLOSENESS[a.scope] - CLOSENESS[b.scope] ||
    a.openedOn.localeCompare(b.openedOn) ||
    a.kind.localeCompare(b.kind)
  );
}

/** Who needs the coach, by their gravest warning, then by name: the order of the roster and of the digest. */
export function orderOfNeed<A extends Named & { warnings: readonly OrderedWarning[] }>(
  athletes: readonly A[],
): NeedOrder<A> {
  const order: NeedOrder<A> = { needs: [], notes: [], others: [] };
  for (const athlete of athletes) {
    const { warnings } = athlete;
    const isNeeding = warnings.some(({ severity }) => severity !== "info");
    order[isNeeding ? "needs" : warnings.length > 0 ? "notes" : "others"].push(athlete);
  }
  return { ...order, needs: order.needs.sort(byNeed), notes: order.notes.sort(byNeed) };
}

function byNeed<A extends Named & { warnings: readonly OrderedWarning[] }>(a: A, b: A): number {
  const [first, second] = [a.warnings[0], b.warnings[0]];
  return (first && second ? byGravity(first, second) : 0) || a.name.localeCompare(b.name);
}
