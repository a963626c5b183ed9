/** A text whose colour stands out too little from what lies behind it. */
export interface FaintText {
  readonly text: string;
  readonly ratio: number;
  readonly needed: number;
}

/** What has the focus, and whether one can see that it has. */
export interface Focused {
  readonly name: string;
  readonly isMarked: boolean;
}

/**
 * The texts of the page that fall short of WCAG 2.2 AA: 4.5 to 1, and 3 to 1 where they are large. What lies behind is
 * the nearest opaque background; a text that no one sees, or that has been switched off, is left out.
 */
export function faintTexts(): FaintText[];

/** Keeps how everything that can have the focus looks without it. */
export function rememberRest(): void;

/** What has the focus now; nothing when it has been met before, or nothing has it. */
export function nextFocused(): Focused | undefined;

/** By how many pixels the page is wider than the window. */
export function widthBeyond(): number;

/** How the head of each table is laid out. */
export function headDisplays(): string[];
