import { Component, type ErrorInfo, type ReactNode } from "react";
import { Broken } from "./frame/Broken";

interface State {
  error: Error | null;
}

/** Catches what goes wrong outside of a route, so that the window is never blank. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(_error: Error, _info: ErrorInfo): void {
    // Deliberately not logged: a message of a screen may hold what was on it.
  }

  override render() {
    return this.state.error ? (
      <Broken onRetry={() => this.setState({ error: null })} />
    ) : (
      this.props.children
    );
  }
}
