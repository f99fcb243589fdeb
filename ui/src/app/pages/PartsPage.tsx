import { useSearchParams } from "react-router";
import { Page } from "@/components/Page";
import { PartActions } from "@/features/part/PartActions";
import { PartList } from "@/features/part/PartList";
import { type PartsAsked, readAsked, writeAsked } from "@/features/part/parts";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { PartsTabs } from "./PartsTabs";
import { partsCrumbs } from "./parts";

/** Parts: the shelf (T-09). */
export function PartsPage() {
  const [search, setSearch] = useSearchParams();
  const asked = readAsked(search);
  const ask = (next: PartsAsked) => setSearch(writeAsked(next), { replace: true });
  return (
    <Page
      fill
      title={text("part.title")}
      crumbs={partsCrumbs()}
      actions={<PartActions asked={asked} />}
    >
      <div className={classes.screen}>
        <PartsTabs />
        <PartList asked={asked} onAsk={ask} />
      </div>
    </Page>
  );
}
