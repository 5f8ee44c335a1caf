metodbank.take("names","8cc36765",["b-diagnostics-to-route b-expert-pairs b-mentoring-bank",{}])
