/** What a Grid is made of. */
export interface GridColumn {
  readonly name: string;
  readonly label: string;
  /** What stands behind the number: g, cm. */
  readonly unit?: string | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | undefined;
  /** In characters. */
  readonly wide: number;
  readonly lang?: string | undefined;
  readonly most?: number | undefined;
  /** Whether its cells hold texts of several lines. */
  readonly lines?: boolean | undefined;
}

export interface GridLine {
  readonly key: string;
  readonly label: string;
  /** By column; a cell that is not there cannot be filled. */
  readonly cells: Readonly<Record<string, string | undefined>>;
}
