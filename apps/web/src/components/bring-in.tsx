"use client";

import { Button } from "@repo/ui/button";
import { FileDrop } from "@repo/ui/file-drop";
import { PageTitle } from "@repo/ui/page-title";
import { TextArea } from "@repo/ui/text-field";
import type { ComponentProps, ReactNode } from "react";
import { FormError } from "./form-error.tsx";

type Props = {
  eyebrow: ReactNode;
  title: string;
  lead: string;
  files: Pick<
    ComponentProps<typeof FileDrop>,
    "label" | "hint" | "accept" | "multiple" | "buttonLabel" | "onFiles"
  >;
  paste: {
    label: string;
    hint?: string;
    maxLength?: number;
    value: string;
    onChange: (text: string) => void;
    button: string;
    onRead: () => void;
  };
  /** What is wrong with what was chosen or pasted. */
  fault: string | null;
  isPending: boolean;
};

/** A page that brings something in: files dropped on one side, text pasted on the other. */
export function BringIn({ eyebrow, title, lead, files, paste, fault, isPending }: Props) {
  return (
    <>
      <PageTitle eyebrow={eyebrow} title={title} lead={lead} />
      <div className="mt-6 grid gap-8 lg:grid-cols-2">
        <FileDrop {...files} isDisabled={isPending} className="justify-center" />
        <form
          method="post"
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            paste.onRead();
          }}
        >
          <TextArea
            label={paste.label}
            {...(paste.hint ? { hint: paste.hint } : {})}
            {...(paste.maxLength ? { maxLength: paste.maxLength } : {})}
            rows={9}
            value={paste.value}
            spellCheck={false}
            onChange={(event) => paste.onChange(event.target.value)}
          />
          <FormError>{fault}</FormError>
          <div>
            <Button
              type="submit"
              variant="solid"
              isPending={isPending}
              isDisabled={paste.value.trim() === ""}
            >
              {paste.button}
            </Button>
          </div>
        </form>
      </div>
    </>
  );
}
