"""Reading C++ and Python roughly: code without comments, where functions begin and end."""
import ast
import re

_TOKENS = re.compile(
    r'//[^\n]*'                                     # comment to the end of the line
    r'|/\*.*?\*/'                                   # block comment
    r'|R"(?P<mark>[^()\s\\]{0,16})\(.*?\)(?P=mark)"'  # raw string
    r'|"(?:\\.|[^"\\\n])*"'                         # string
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",        # character, not the separator in 1'000
    re.DOTALL)
_CONTROL = re.compile(r"(if|for|while|switch|catch|do|else|try)\b")
_SCOPE = re.compile(r"^(\[\[.*?\]\]|template\s*<.*>|inline|typedef|static|export|\s)*"
                    r"(class|struct|namespace|enum|union|extern|concept)\b", re.DOTALL)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def code_of(text):
    """`text` with comments and the insides of literals blanked; offsets and lines stay."""
    def replace(match):
        token = match.group(0)
        if token.startswith("/"):
            return _blank(token)
        # The file named by an #include is kept: rules look at it.
        line = text.rfind("\n", 0, match.start()) + 1
        if text[line:match.start()].strip().startswith("#include"):
            return token
        return token[0] + _blank(token[1:-1]) + token[-1]
    return _TOKENS.sub(replace, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def includes(text):
    """(line, included file) of each #include."""
    for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]', code_of(text), re.M):
        yield line_of(text, match.start(1)), match.group(1)


def _closing(code, opening):
    depth = 0
    for at in range(opening, len(code)):
        if code[at] == "{":
            depth += 1
        elif code[at] == "}":
            depth -= 1
            if depth == 0:
                return at
    return len(code) - 1


def cpp_functions(text):
    """(first line, lines) of each outermost function body, by the braces. A heuristic."""
    code = re.sub(r"^[ \t]*#.*(\\\n.*)*", lambda m: _blank(m.group(0)), code_of(text), flags=re.M)
    head_start = 0
    at = 0
    while at < len(code):
        character = code[at]
        if character in ";}":
            head_start = at + 1
        elif character == "{":
            head = code[head_start:at].strip()
            initializer = at > 0 and (code[at - 1].isalnum() or code[at - 1] in "_>")
            if initializer and "(" in head and not _SCOPE.match(head):
                at = _closing(code, at)          # a member's braces: the head goes on
            elif "(" in head and not _SCOPE.match(head) and not _CONTROL.match(head):
                end = _closing(code, at)
                begin = head_start + len(code[head_start:at]) - len(code[head_start:at].lstrip())
                yield line_of(code, begin), code.count("\n", begin, end) + 1
                at = end
                head_start = at + 1
            else:
                head_start = at + 1
        at += 1


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1


_TYPE = re.compile(r"(?:class|struct)\s+(?:\[\[[^\]]*\]\]\s*|alignas\s*\([^)]*\)\s*)*"
                   r"(?P<name>[\w:]+(?:<[^{};]*?>)?)\s*(?:final\s*)?(?::[^:{;][^{;]*)?\{")
_NO_MEMBER = re.compile(r"(friend|using|typedef|static_assert)\b")
_NESTED = re.compile(r"(class|struct|union|enum)\b")


def _statements(body):
    """The declarations of a class body, each with what stands in braces left out."""
    depth = 0
    start = 0
    text = ""
    for at, character in enumerate(body):
        if character == "{":
            if depth == 0:
                text += body[start:at] + "{"
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0:
                start = at + 1
                text += "}"
                # The end of a function's body; an initializer goes on to its semicolon, and so does
                # a constructor to its body.
                rest = body[start:].lstrip()
                if not rest.startswith((";", ",", "{", ")", ".", "=")):
                    yield text
                    text = ""
        elif depth == 0 and character == ";":
            yield text + body[start:at]
            text = ""
            start = at + 1


def _is_member(statement, name):
    statement = re.sub(r"\b(public|private|protected)\s*:(?!:)", "", statement)
    statement = re.sub(r"^\s*template\s*<[^;{]*?>\s*(?=[\w\[])", "", statement).strip()
    if not statement or _NO_MEMBER.match(statement):
        return False
    plain = re.sub(r"^(\[\[.*?\]\]\s*|explicit\s+|constexpr\s+|inline\s+|virtual\s+)*", "", statement)
    if _NESTED.match(plain) and re.search(r"\}\s*$", plain) or re.fullmatch(
            r"(class|struct|union|enum)\s+(class\s+)?[\w:]+(\s*:\s*[\w:]+)?", plain):
        return False
    bare = re.sub(r"<.*", "", name).split("::")[-1]
    return not re.match(rf"~?{bare}\s*\(|.*\boperator\s*=\s*\(", plain, re.DOTALL)


def class_members(text):
    """(line, name, members) of each class: its data and functions, without nested types, aliases,
    friends, constructors, assignments and the destructor."""
    code = re.sub(r"^[ \t]*#.*(\\\n.*)*", lambda m: _blank(m.group(0)), code_of(text), flags=re.M)
    for match in _TYPE.finditer(code):
        before = code[:match.start()].rstrip()
        if before.endswith(("enum", "<", ",")):
            continue
        body = code[match.end():_closing(code, match.end() - 1)]
        members = [s for s in _statements(body) if _is_member(s, match.group("name"))]
        yield line_of(code, match.start()), match.group("name"), len(members)
