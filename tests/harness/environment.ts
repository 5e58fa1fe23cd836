/** Sets environment variables (undefined removes one); the function returned puts back what was there. */
export function setEnvironment(values: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  apply(Object.entries(values));
  return () => {
    apply(before);
  };
}

function apply(entries: readonly (readonly [string, string | undefined])[]): void {
  for (const [name, value] of entries) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}
