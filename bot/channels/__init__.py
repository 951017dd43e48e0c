"""One file a provider: its update becomes our event, our message becomes its call, its failures become our five errors."""
