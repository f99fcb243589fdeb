import { type CSSVariablesResolver, createTheme } from "@mantine/core";

/** Desktop density: 13 px text, 32 px controls, one accent colour. Colours live in theme.css. */
export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 6 },
  colors: {
    accent: [
      "#e9f0fb",
      "#d3e1f6",
      "#a9c5ee",
      "#86b0f0",
      "#77a7f2",
      "#3d78cf",
      "#1f5fbf",
      "#1a52a6",
      "#16468e",
      "#103770",
    ],
    dark: [
      "#e4e8ed",
      "#c3cad3",
      "#9aa4b0",
      "#6b7683",
      "#39424d",
      "#2b323b",
      "#1b2027",
      "#151a20",
      "#10141a",
      "#0b0e12",
    ],
  },
  fontFamily: '"Inter Variable", Inter, "Segoe UI", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: "12px", sm: "13px", md: "13px", lg: "15px", xl: "18px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.45", lg: "1.5", xl: "1.5" },
  spacing: { xs: "6px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  defaultRadius: "md",
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "1.3" },
      h2: { fontSize: "15px", lineHeight: "1.4" },
      h3: { fontSize: "13px", lineHeight: "1.45" },
    },
  },
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: "sm" },
      vars: (_theme: unknown, { size }: { size?: string }) => ({
        root:
          size === "xs"
            ? { "--button-height": "26px", "--button-padding-x": "9px", "--button-fz": "12px" }
            : { "--button-height": "32px", "--button-padding-x": "12px", "--button-fz": "13px" },
      }),
    },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: 30 } },
    Input: {
      defaultProps: { size: "sm" },
      vars: () => ({ wrapper: { "--input-height": "32px", "--input-fz": "13px" } }),
    },
    InputWrapper: { defaultProps: { size: "sm" } },
    Checkbox: {
      defaultProps: { size: "xs" },
      vars: () => ({ root: { "--checkbox-size": "16px" } }),
    },
    Modal: {
      defaultProps: {
        // Hangs from the top: what grows in a dialog grows downwards, and no control moves under the pointer.
        centered: false,
        yOffset: "5vh",
        // In a narrow window a wide dialog takes what there is.
        xOffset: 16,
        radius: "lg",
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.45 },
        closeButtonProps: { "aria-label": "Close" },
        // The title line of a dialog is no banner of the page.
        attributes: { header: { role: "presentation" } },
      },
    },
    Menu: {
      defaultProps: {
        shadow: "md",
        transitionProps: { duration: 0 },
        withinPortal: true,
        // A menu holds its items and nothing else; the keyboard begins on the first of them.
        withInitialFocusPlaceholder: false,
      },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 250,
        transitionProps: { duration: 0 },
        events: { hover: true, focus: true, touch: true },
        multiline: true,
        maw: 320,
      },
    },
  },
});

/** Ties Mantine's own variables to the colours of theme.css, so that there is one palette. */
export const cssVariables: CSSVariablesResolver = () => {
  const tied = {
    "--mantine-color-body": "var(--fc-card)",
    "--mantine-color-text": "var(--fc-ink)",
    "--mantine-color-dimmed": "var(--fc-mute)",
    "--mantine-color-default": "var(--fc-card)",
    "--mantine-color-default-hover": "var(--fc-hover)",
    "--mantine-color-default-border": "var(--fc-line-strong)",
    "--mantine-color-default-color": "var(--fc-ink-2)",
    "--mantine-color-placeholder": "var(--fc-placeholder)",
    "--mantine-color-anchor": "var(--fc-accent)",
    "--mantine-color-error": "var(--fc-bad)",
    "--mantine-color-accent-light": "var(--fc-accent-soft)",
    "--mantine-color-accent-light-hover": "var(--fc-accent-soft)",
    "--mantine-color-accent-light-color": "var(--fc-accent-ink)",
    "--mantine-color-red-light": "var(--fc-bad-soft)",
    "--mantine-color-red-light-hover": "var(--fc-bad-soft)",
    "--mantine-color-red-light-color": "var(--fc-bad)",
    "--mantine-color-red-filled": "var(--fc-bad-fill)",
    "--mantine-color-red-filled-hover": "var(--fc-bad-fill-hover)",
    "--mantine-color-disabled": "var(--fc-grey-soft)",
    "--mantine-color-disabled-color": "var(--fc-mute)",
    "--mantine-color-disabled-border": "var(--fc-line)",
  };
  return { variables: {}, light: tied, dark: tied };
};
