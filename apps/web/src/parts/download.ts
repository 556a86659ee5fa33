/** Hands bytes made in the browser to the person as a file. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer> | string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over once the click has been handled; give slow tablets a moment.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
