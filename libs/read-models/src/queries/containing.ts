/** A LIKE pattern for whatever contains the text, which stands for itself. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
