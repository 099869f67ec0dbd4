"use client";

import { FieldError } from "react-aria-components";
import { faultWords } from "./fault-words.ts";
import { ERROR } from "./field-classes.ts";

type Props = {
  error?: string | null;
  type: "date" | "number" | "select-one";
  min?: string | number;
  max?: string | number;
};

/** What is wrong with a composed field: what the page says of it, else what its own check found. */
export function FieldFault({ error, type, min, max }: Props) {
  const bounds = { min: min === undefined ? "" : String(min), max: max === undefined ? "" : String(max) };
  return (
    <FieldError className={ERROR}>
      {({ validationDetails: validity }) => error ?? faultWords({ type, value: "", ...bounds, validity })}
    </FieldError>
  );
}
