/** What a programme may come in besides being pasted. */
export const TEXT_KINDS = ['docx', 'pdf', 'html', 'ics', 'csv', 'txt'] as const
