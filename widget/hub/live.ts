import { effect, signal } from '@preact/signals'
import { Component, type ComponentChildren, type ComponentType, h } from 'preact'

/**
 * A component that draws itself again when a signal changes that it has read. The binding of @preact/signals and the
 * hooks do more and weigh 3 KB together; the build leaves both out of the hub.
 */
export abstract class Live<P> extends Component<P> {
  private stop = () => {}

  abstract draw(): ComponentChildren

  override componentWillUnmount(): void {
    this.stop()
  }

  override render(): ComponentChildren {
    let drawn: ComponentChildren
    let isFirst = true
    this.stop()
    this.stop = effect(() => {
      if (isFirst) drawn = this.draw()
      else this.setState({})
      isFirst = false
    })
    return drawn
  }
}

/** The same for a component that has no state of its own. */
export function live<P>(draw: (props: P) => ComponentChildren) {
  return class extends Live<P> {
    override draw() {
      return draw(this.props)
    }
  }
}

/** Something could not be loaded: the desk was upgraded, or the network let it not through. */
export const isPartMissing = signal(false)

/**
 * A part that is loaded when it is first drawn. Until then, and where it cannot be loaded, `meanwhile` stands in its
 * place.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: (props: P) => ComponentChildren = () => null,
) {
  return class extends Component<P, { Part?: ComponentType<P> }> {
    override componentDidMount() {
      load().then(
        (Part) => this.setState({ Part }),
        () => {
          isPartMissing.value = true
        },
      )
    }
    override render() {
      const { Part } = this.state
      return Part ? h(Part, this.props) : meanwhile(this.props)
    }
  }
}

/**
 * For a `ref`: what has just been drawn takes the focus if the element that had it is gone. It never takes it from
 * another.
 */
export function takeLostFocus(element: HTMLElement | null): void {
  const root = element?.getRootNode()
  if (root instanceof ShadowRoot && !root.activeElement) element?.focus()
}
