import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';

interface CrashBoundaryProps {
  readonly children: ReactNode;
}

interface CrashBoundaryState {
  readonly error: Error | null;
}

/** Keeps a bug in one screen from emptying the window. React offers this to classes only. */
export class CrashBoundary extends Component<CrashBoundaryProps, CrashBoundaryState> {
  override state: CrashBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): CrashBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <ErrorPanel
        message="This screen ran into a bug in Anchorage and stopped."
        safe="The project file is safe; other screens go on."
        details={error.stack ?? error.message}
        actions={<Button onPress={() => this.setState({ error: null })}>Show the screen again</Button>}
      />
    );
  }
}
