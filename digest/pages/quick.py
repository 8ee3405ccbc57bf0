"""Jinja's environment, set up so that what templates do most takes it half the time.

Half of what Jinja does for a page is to write values and to call functions, hundreds of thousands of times for a site.
To write a value it makes a new `Markup` of it, though the page is joined of plain texts; before it calls anything it
looks whether that wants the context, which of all that our templates call macros alone do. Both are changed here by the
ways that Jinja has for it, `code_generator_class` and `context_class`; what comes out is the same, sign by sign.
"""

from functools import partial
from types import FunctionType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

_STOPPED = "value was undefined because a callable raised a StopIteration exception"  # as Jinja says it


class _QuickContext(Context):
    """A context that calls what our templates call most without a look whether it wants the context."""

    def call(self, called: Any, /, *given: Any, **named: Any) -> Any:
        """Return what a macro, a plain function, or one with some of its arguments given, returns; else ask Jinja."""
        kind = type(called)
        if kind is Macro:
            given = (self.eval_ctx, *given)
        elif kind is not partial and (kind is not FunctionType or hasattr(called, "jinja_pass_arg")):
            return super().call(called, *given, **named)
        # Jinja gives these along for functions that want the context.
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        try:
            return called(*given, **named)
        except StopIteration:  # of which Jinja makes something that is undefined
            return self.environment.undefined(_STOPPED)


class _QuickCode(CodeGenerator):
    """What makes Python of templates, in which `html` of the environment stands for `escape`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.html(")


class QuickEnvironment(jinja2.Environment):
    """An environment whose templates write and call as is told above; autoescape must be on."""

    code_generator_class = _QuickCode
    context_class = _QuickContext

    @staticmethod
    def html(value: object) -> str:
        """Return what `escape` does, but without a new object for a text that is HTML already, or the same as HTML.

        >>> QuickEnvironment.html("5 < 6"), QuickEnvironment.html("Ada Alm"), QuickEnvironment.html(Markup("<b>"))
        (Markup('5 &lt; 6'), 'Ada Alm', Markup('<b>'))
        """
        if type(value) is Markup:
            return value
        # Five looks for a sign each are quicker than a pattern of all.
        if type(value) is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
            return value
        return escape(value)
