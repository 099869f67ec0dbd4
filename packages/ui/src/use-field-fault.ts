"use client";

import { type FormEvent, useState } from "react";
import { faultWords } from "./fault-words.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Asking = Control & { placeholder?: string };

/**
 * Says beside a native field what is wrong with it when its form is sent, instead of the browser's bubble, and leads
 * to the first such field. The form is not sent; before any script the browser says it.
 *
 * @param error what the page or the server says of the field; it stands while the field itself is without a fault
 */
export function useFieldFault(error: string | null | undefined) {
  const [own, setOwn] = useState<string | null>(null);
  return {
    fault: own ?? error ?? null,
    listeners: {
      onInvalid: (event: FormEvent<Control>) => {
        event.preventDefault();
        setOwn(faultWords(event.currentTarget as Asking));
        if (isFirstFault(event.currentTarget)) event.currentTarget.focus();
      },
      onInput: (event: FormEvent<Control>) => {
        if (own !== null) setOwn(faultWords(event.currentTarget as Asking));
      },
    },
  };
}

/** One field has the focus, however many are at fault: the first in the form. */
function isFirstFault(control: Control): boolean {
  const all = control.form ? [...control.form.elements] : [control];
  return all.find((each) => (each as Control).willValidate && !(each as Control).validity.valid) === control;
}
