/**
 * The body of an upload as a form whose bytes are a file with a name: without one the platform takes them for text. Other
 * bodies are given back as they are.
 */
export function asFormData(data: unknown, contentType: string): unknown {
  if (!contentType.startsWith("multipart/form-data") || typeof data !== "object" || data === null) return data;
  const form = new FormData();
  for (const [name, value] of Object.entries(data)) {
    if (value instanceof Uint8Array) form.append(name, new Blob([value]), "file");
    else form.append(name, String(value));
  }
  return form;
}
