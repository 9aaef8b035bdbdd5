import { Component, type ComponentChildren } from 'preact'
import type { Hub } from '../hub.ts'
import css from './tabs.css?inline'

/** Brings the style sheet of Home and Orders, and takes it away with them. */
export class Styled extends Component<{ hub: Hub; children: ComponentChildren }> {
  private sheet = new CSSStyleSheet()

  override componentDidMount() {
    this.sheet.replaceSync(css)
    this.props.hub.context.corner.shadow.adoptedStyleSheets.push(this.sheet)
  }

  override componentWillUnmount() {
    const { shadow } = this.props.hub.context.corner
    shadow.adoptedStyleSheets = shadow.adoptedStyleSheets.filter((one) => one !== this.sheet)
  }

  override render() {
    return this.props.children
  }
}
