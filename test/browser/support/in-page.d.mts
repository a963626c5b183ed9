/** A text whose colour stands out too little from what lies behind it. */
export interface FaintText {
  readonly text: string;
  readonly ratio: number;
  readonly needed: number;
}

/**
 * The texts of the page that fall short of WCAG 2.2 AA: 4.5 to 1, and 3 to 1 where they are large. What lies behind is
 * the nearest opaque background; a text that no one sees, or that has been switched off, is left out.
 */
export function faintTexts(): FaintText[];

/** By how many pixels the page is wider than the window. */
export function widthBeyond(): number;

/** How the head of each table is laid out. */
export function headDisplays(): string[];
