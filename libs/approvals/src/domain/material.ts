/** A paper that an approval requires; a `deferrable` one may be handed in after acceptance (容缺). */
export interface Material {
  readonly code: string;
  readonly name: string;
  readonly deferrable?: boolean;
}
