import { Markdown } from '@storybook/addon-docs/blocks';
import { sectionOf } from './readme.js';

/** A section of the README, in a page of the docs. */
export function ReadmeSection({ title }: { title: string }) {
  return <Markdown>{sectionOf(title)}</Markdown>;
}
