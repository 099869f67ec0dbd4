import { TextField } from "@repo/ui/text-field";

type Props = { label: string; name?: string; error: string | null };

/** A password that is being chosen, with what it asks for. */
export function NewPasswordField({ label, name = "password", error }: Props) {
  return (
    <TextField
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      minLength={12}
      required
      hint="12 characters or more. A few words work well."
      error={error}
    />
  );
}
