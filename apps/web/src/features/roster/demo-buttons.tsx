"use client";

import { Button } from "@repo/ui/button";
import { Notice } from "@repo/ui/notice";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#trpc/client.tsx";

/** Fills the page with twelve simulated athletes, marked as demo. */
export function AddDemoButton() {
  const router = useRouter();
  const add = useMutation(
    useTRPC().roster.addDemo.mutationOptions({
      onSuccess: () => router.refresh(),
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <Button isPending={add.isPending} onPress={() => add.mutate()}>
      {add.isPending ? "Making the demo club" : "Look around with demo data"}
    </Button>
  );
}

/** Says that demo data are here, and takes them away again. */
export function DemoNotice({ mayRemove }: { mayRemove: boolean }) {
  const router = useRouter();
  const remove = useMutation(
    useTRPC().roster.removeDemo.mutationOptions({
      onSuccess: () => {
        showToast("The demo club is gone");
        router.refresh();
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  const button = (
    <Button size="sm" isPending={remove.isPending} onPress={() => remove.mutate()}>
      <span>
        Remove <span className="max-sm:sr-only">demo data</span>
      </span>
    </Button>
  );
  return (
    <div className="mb-6">
      <Notice action={mayRemove ? button : null}>DEMO: athletes named Demo are simulated.</Notice>
    </div>
  );
}
