import type { Token, Tokens } from "marked";

/** Markdown as elements of the page: tokens in, no HTML; what the pages of methods do not use is shown as it is written. */
export function Markdown({ tokens }: { readonly tokens: readonly Token[] }) {
  return tokens.map((token, k) => <Piece key={k} token={token} />);
}

function Piece({ token }: { readonly token: Token }) {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "hr":
      return <hr />;
    case "heading":
      return (
        <h2>
          <Inside token={token} />
        </h2>
      );
    case "paragraph":
      return (
        <p>
          <Inside token={token} />
        </p>
      );
    case "blockquote":
      return (
        <blockquote>
          <Inside token={token} />
        </blockquote>
      );
    case "list": {
      const List = token.ordered ? "ol" : "ul";
      return (
        <List>
          {(token as Tokens.List).items.map((item, k) => (
            <li key={k}>
              <Inside token={item} />
            </li>
          ))}
        </List>
      );
    }
    case "code":
      return (
        <pre tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case "table":
      return <Table table={token as Tokens.Table} />;
    case "strong":
      return (
        <strong>
          <Inside token={token} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Inside token={token} />
        </em>
      );
    case "codespan":
      return <code>{token.text}</code>;
    case "br":
      return <br />;
    case "link":
      return /^https?:/.test(token.href) ? (
        <a href={token.href}>
          <Inside token={token} />
        </a>
      ) : (
        <Inside token={token} />
      );
    case "text":
      return token.tokens ? <Inside token={token} /> : token.text;
    case "escape":
      return token.text;
    default:
      return token.raw;
  }
}

const Inside = ({ token }: { readonly token: Token }) => <Markdown tokens={("tokens" in token && token.tokens) || []} />;

function Table({ table: { header, rows } }: { readonly table: Tokens.Table }) {
  return (
    <section className="scroll" aria-label={header.map((one) => one.text).join(" · ")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map((cell, k) => (
              <th key={k} scope="col">
                <Markdown tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, k) => (
                <td key={k}>
                  <Markdown tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
