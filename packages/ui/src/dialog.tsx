"use client";

import { X } from "lucide-react";
import { type PointerEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./icon-button.tsx";
import { joinClasses } from "./join-classes.ts";
import { type Press, swallowSecondPress } from "./swallow-second-press.ts";

export type DialogProps = {
  title: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  /** Buttons, the main one last. */
  actions?: ReactNode | ((close: () => void) => ReactNode);
  /** Leave both out inside a DialogTrigger. */
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: "sm" | "md" | "lg" | "xl";
  role?: "dialog" | "alertdialog";
  isDismissable?: boolean;
  /** Whether a press beside it leaves it open: while it holds what would be lost. */
  staysOnPressBeside?: boolean;
  closeWord?: string;
};

const WIDTHS = { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-3xl", xl: "sm:max-w-6xl" };

/** A sheet from below on the phone, a window in the middle elsewhere. */
export function Dialog({
  title,
  children,
  actions,
  size = "md",
  role = "dialog",
  isDismissable = true,
  staysOnPressBeside = false,
  closeWord = "Close",
  ...overlay
}: DialogProps) {
  return (
    <ModalOverlay
      {...overlay}
      isDismissable={isDismissable}
      shouldCloseOnInteractOutside={() => !staysOnPressBeside}
      className="fixed inset-0 z-50 flex items-end justify-center bg-black/45 data-entering:animate-fade sm:items-center sm:p-6"
    >
      <Modal
        className={joinClasses(
          "flex max-h-[92dvh] w-full flex-col rounded-t-lg border border-line bg-raised shadow-raised data-entering:animate-rise sm:rounded-lg",
          WIDTHS[size],
        )}
      >
        <SecondPressGuard>
          <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
            {({ close }) => (
              <>
                <div className="flex items-start justify-between gap-4 px-5 pt-4">
                  <Heading slot="title" className="type-title">
                    {title}
                  </Heading>
                  {isDismissable ? (
                    <IconButton slot="close" label={closeWord} size="sm" className="-mt-1 -mr-2">
                      <X aria-hidden="true" />
                    </IconButton>
                  ) : null}
                </div>
                <div className="min-h-0 overflow-y-auto px-5 pt-2 pb-5">
                  {typeof children === "function" ? children(close) : children}
                </div>
                {actions ? (
                  <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
                    {typeof actions === "function" ? actions(close) : actions}
                  </div>
                ) : null}
              </>
            )}
          </AriaDialog>
        </SecondPressGuard>
      </Modal>
    </ModalOverlay>
  );
}

/** A tap on Save that comes twice must not press what lies under the dialog once that is gone. */
function SecondPressGuard({ children }: { children: ReactNode }) {
  const last = useRef<Press | null>(null);
  useLayoutEffect(() => () => void (last.current && swallowSecondPress(last.current)), []);
  function remember({ clientX, clientY, timeStamp }: PointerEvent) {
    last.current = { x: clientX, y: clientY, at: timeStamp };
  }
  return (
    <div className="contents" onPointerDownCapture={remember}>
      {children}
    </div>
  );
}
