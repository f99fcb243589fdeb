import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { cssVariables, theme } from "@/components/theme/theme";
import { queryClient } from "@/lib/query";
import { styleNonce } from "@/lib/styleNonce";
import { appearanceManager } from "./appearance";
import { ErrorBoundary } from "./ErrorBoundary";
import { Startup } from "./Startup";
import { Zoom } from "./window/Zoom";

/** Everything: theme, cache, and the screen that the state of the database asks for. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={appearanceManager}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <Startup />
        </ErrorBoundary>
        <Zoom />
      </QueryClientProvider>
    </MantineProvider>
  );
}
