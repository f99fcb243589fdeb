import { useHotkeys } from "@mantine/hooks";

/** Ctrl+S and Ctrl+Enter save the form of a screen, from any field. A dialog over it has keys of its own. */
export function useSaveKeys(save: () => unknown) {
  const unlessCovered = () => {
    if (!document.querySelector('[role="dialog"]')) save();
  };
  useHotkeys(
    [
      ["mod+S", unlessCovered],
      ["mod+Enter", unlessCovered],
    ],
    [],
  );
}
