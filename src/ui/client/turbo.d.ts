/** The few functions of Turbo that we call; the package brings no types. */
declare module '@hotwired/turbo' {
  export function visit(location: string, options?: { action?: 'advance' | 'replace' }): void
  export function renderStreamMessage(message: string): void
}
