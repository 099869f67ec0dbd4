import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { Link } from "#components/link.tsx";

/** For an address within the frame that shows nothing: the way around stays. */
export function NothingHere() {
  return (
    <>
      <PageTitle
        title="There is nothing here"
        lead="The address may be wrong, or what it showed is not shared with you any more."
      />
      <div className="mt-6">
        <LinkButton variant="solid" href="/" as={Link}>
          Go to the start
        </LinkButton>
      </div>
    </>
  );
}
