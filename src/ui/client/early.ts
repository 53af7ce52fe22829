/**
 * Runs before anything is painted, so that chosen colours do not flash. A classic script without imports:
 * it stands in the head, and waits for nothing.
 */
try {
  const chosen = localStorage.getItem('theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage may be forbidden; then the system decides, as it does without a script.
}
