import { WholePage } from "#components/whole-page.tsx";

export default function NotFound() {
  return (
    <WholePage title="There is nothing here" action={{ href: "/", label: "Go to the start" }}>
      The address may be wrong, or what it showed is not shared with you any more.
    </WholePage>
  );
}
