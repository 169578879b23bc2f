/** Gives the browser a text file to save; lines as they are, each ended by a line feed. */
export function saveText(name: string, lines: readonly string[]): void {
  const blob = new Blob(lines.map((line) => `${line}\n`), { type: 'text/plain;charset=utf-8' });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
