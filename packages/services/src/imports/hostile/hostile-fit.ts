import { encodeFit, type FitRecord } from "../../files/fit/encode.ts";
import { changed, file, type HostileFile, joined, zeros } from "./hostile-file.ts";
import { fitRun, runMessages, START } from "./sound-files.ts";

/** FIT files that are cut, lie about their size, or have clocks and hearts that nobody has. */
export const HOSTILE_FIT: HostileFile[] = [
  file("fit-cut-in-half.fit", () => fitRun().subarray(0, 300), "stored"),
  file("fit-cut-in-header.fit", () => fitRun().subarray(0, 9), /neither FIT/),
  file("fit-header-alone.fit", () => fitRun().subarray(0, 14), /holds no activity/),
  file("fit-bad-checksum.fit", () => changed(fitRun(), (_, copy) => copy.fill(7, -2)), "stored"),
  file(
    "fit-size-lies-long.fit",
    () => changed(fitRun(), (view) => view.setUint32(4, 0xffff_fff0, true)),
    "stored",
  ),
  file("fit-size-lies-short.fit", () => changed(fitRun(), (view) => view.setUint32(4, 40, true)), "stored"),
  file(
    "fit-header-size-255.fit",
    () => changed(fitRun(), (view) => view.setUint8(0, 255)),
    /holds no activity|not a FIT/,
  ),
  file("fit-no-size.fit", () => changed(fitRun(), (view) => view.setUint32(4, 0, true)), "stored"),
  file("fit-zeros-after.fit", () => joined(fitRun(), zeros(1)), "stored"),
  file("fit-header-and-zeros.fit", () => joined(fitRun().subarray(0, 14), zeros(20)), /holds no activity/),
  file("fit-clock-1989.fit", () => fitRun({ startS: 5 }), /clock was not set/),
  file("fit-clock-2099.fit", () => fitRun({ startS: START + 73 * 31_557_600 }), /clock was not set/),
  file("fit-heart-255.fit", () => fitRun({ hr: 255 }), "stored"),
  file("fit-no-place.fit", () => fitRun({ lat: 0x7fff_ffff }), "stored"),
  file(
    "fit-undefined-message.fit",
    () => changed(fitRun(), (view) => view.setUint8(14, 0x0f)),
    /holds no activity/,
  ),
  file("fit-chained-300.fit", () => joined(...Array.from({ length: 300 }, () => fitRun())), "stored"),
  file(
    "fit-5000-sessions.fit",
    () =>
      encodeFit([
        ...runMessages(),
        ...Array.from({ length: 5_000 }, (_, at) => sessionFrom(START + at * 60)),
      ]),
    /more than 200 sessions/,
  ),
  file("fit-255-developer-fields.fit", () => developerFields(), /holds no activity/),
  file("fit-10-million-records.fit", () => manyRecords(5_000_000), /holds no activity|larger/),
];

function sessionFrom(startS: number): FitRecord {
  return {
    num: 18,
    fields: [
      { num: 2, type: "uint32", value: startS },
      { num: 8, type: "uint32", value: 60_000 },
    ],
  };
}

/** One definition with 255 developer fields of 255 bytes each, and no data behind it. */
function developerFields(): Uint8Array {
  const definition = [0x60, 0, 0, 20, 0, 0, 255, ...Array.from({ length: 255 }, () => [0, 255, 0]).flat()];
  const body = Uint8Array.from([...definition, 0]);
  return fitOf(body);
}

/** Records of nothing but their header byte: a definition without fields, used again and again. */
function manyRecords(count: number): Uint8Array {
  const body = new Uint8Array(6 + count);
  body.set([0x40, 0, 0, 20, 0, 0]);
  return fitOf(body);
}

function fitOf(body: Uint8Array): Uint8Array {
  const head = new Uint8Array(14);
  head.set([14, 16]);
  head.set(new TextEncoder().encode(".FIT"), 8);
  new DataView(head.buffer).setUint32(4, body.length, true);
  return joined(head, body, Uint8Array.from([0, 0]));
}
