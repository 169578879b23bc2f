/** The address with these conditions in place of those that it had; an empty one is taken away. */
export function withConditions(kept: URLSearchParams, conditions: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const params = new URLSearchParams(kept);
  for (const [name, value] of Object.entries(conditions)) {
    params.delete(name);
    const values = typeof value === 'string' ? [value] : value;
    values.filter((each) => each !== '').forEach((each) => {
      params.append(name, each);
    });
  }
  return params;
}
