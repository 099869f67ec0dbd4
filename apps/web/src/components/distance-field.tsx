"use client";

import { METRES_PER_MILE } from "@repo/core/units";
import { NumberField, type NumberFieldProps } from "@repo/ui/number-field";
import { useUnits } from "./units.tsx";

type Props = Omit<NumberFieldProps, "unit" | "value" | "onChange" | "min" | "max"> & {
  km: number | null;
  mostKm: number;
  onChange: (km: number | null) => void;
};

/** A distance typed in the reader's units and kept in kilometres. */
export function DistanceField({ km, mostKm, onChange, ...props }: Props) {
  const units = useUnits();
  const kmPerUnit = units === "imperial" ? METRES_PER_MILE / 1_000 : 1;
  return (
    <NumberField
      {...props}
      unit={units === "imperial" ? "mi" : "km"}
      value={km === null ? null : km / kmPerUnit}
      min={0}
      max={Math.floor(mostKm / kmPerUnit)}
      formatOptions={{ maximumFractionDigits: 1 }}
      onChange={(value) => onChange(value === null ? null : value * kmPerUnit)}
    />
  );
}
