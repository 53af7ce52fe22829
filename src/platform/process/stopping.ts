const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Waits until somebody asks the process to stop: by a signal, or by the end of the process that started it. Asking
 * again changes nothing, because a terminal and npm both pass Ctrl-C on.
 */
export const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve())
    process.once('disconnect', () => resolve())
  })
