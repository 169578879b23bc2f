/** A column's name, or it with the class that gives its width and side. */
export type Head = string | readonly [name: string, look: string];

/** The heads of a table's columns; one without a name has only cells. */
export function Heads({ of }: { of: readonly Head[] }) {
  return (
    <thead>
      <tr>
        {of.map((head, index) => {
          const [name, look] = typeof head === 'string' ? [head, undefined] : head;
          return (
            <th key={index} scope="col" className={look}>
              {name === '' ? null : name}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
